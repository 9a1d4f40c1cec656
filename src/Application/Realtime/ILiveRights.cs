namespace HotGigs.Application.Realtime;

/// <summary>
/// Takes rights that were withdrawn from live connections. To be told after the commit that withdraws them. Each method
/// returns at once; what is asked for is done soon after, and again until it succeeds.
/// </summary>
public interface ILiveRights
{
    /// <summary>A token was seen that may allow a user less than those of their connections.</summary>
    void CheckRoles(string userId);

    /// <summary>
    /// These users may see less than before, such as a candidate that is no longer shared with them: each room and each
    /// watch of their connections is authorised again.
    /// </summary>
    void Recheck(params IReadOnlyCollection<string> userIds);
}
