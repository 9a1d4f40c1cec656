namespace HotGigs.Architecture.Tests;

/// <summary>Compares names and numbers that others rely on with the file in which they were approved: it only ever grows.</summary>
internal static class ApprovedNames
{
    private const string Folder = "tests/Architecture.Tests";

    /// <summary>Asserts that what was approved still stands as it was, and that what is new has been approved.</summary>
    public static void AssertOnlyAppended(string file, IReadOnlyList<string> actual)
    {
        var path = $"{Folder}/{file}";
        var approved = Solution.Read(path).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var published = approved.Except(actual).ToList();
        var added = actual.Except(approved).ToList();

        Assert.True(published.Count == 0,
            $"Changed or gone, though stored or on the wire; give it back its name and number:\n{string.Join('\n', published)}");
        Assert.True(added.Count == 0, $"New; append it to {path}:\n{string.Join('\n', added)}");
    }
}
