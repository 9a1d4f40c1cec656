namespace HotGigs.WebApi.FunctionalTests.Resumes;

/// <summary>What somebody saw, in the order they saw it.</summary>
internal static class SeenSteps
{
    /// <summary>Takes what is said twice in a row for one; what comes back later stays.</summary>
    public static IEnumerable<T> MergeNeighbours<T>(this IEnumerable<T> seen)
    {
        var all = seen.ToList();
        return all.Where((one, index) => index == 0 || !Equals(one, all[index - 1]));
    }
}
