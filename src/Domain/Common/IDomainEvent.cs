namespace HotGigs.Domain.Common;

/// <summary>Something that has happened to an aggregate. Published after the commit that stored it, never before.</summary>
public interface IDomainEvent;
