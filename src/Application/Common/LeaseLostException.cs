namespace HotGigs.Application.Common;

/// <summary>
/// A worker was slow for so long that another one took over what it works on, or that is gone. Nothing of its change was
/// stored.
/// </summary>
/// <param name="id">Of the resume, the sync or whatever else the lease was of.</param>
public sealed class LeaseLostException(Guid id) : Exception($"The lease of {id} was lost.");
