using HotGigs.Bench.Realtime.Load;

namespace HotGigs.Bench.Realtime.Servers;

/// <summary>Shows that those who are cut off miss nothing that was to be kept for them.</summary>
internal interface IRecovery
{
    /// <summary>Notes how far each has come, while they still read.</summary>
    Task BeginAsync(Fleet fleet);

    /// <summary>Stores something for all of them, which they do not read.</summary>
    Task StoreAsync();

    /// <summary>Has each come back.</summary>
    /// <returns>How many then got what was stored, once.</returns>
    Task<int> CountRecoveredAsync();
}
