namespace HotGigs.Tests.Shared.Servers;

/// <summary>A server that runs, in this process or in another.</summary>
public interface IServer
{
    /// <summary>Where it listens.</summary>
    Uri Address { get; }
}
