namespace HotGigs.Architecture.Tests;

public sealed class SourceFileTests
{
    private const int MaxLines = 300;

    [Fact]
    public void No_source_file_is_longer_than_one_can_keep_in_mind()
    {
        var tooLong = Solution.SourceFiles("src", ".cs", ".ts", ".tsx")
            .Where(file => !file.Contains("/Migrations/", StringComparison.Ordinal) && !file.StartsWith("src/WebClient/tests/", StringComparison.Ordinal))
            .Select(file => (File: file, Lines: File.ReadLines(Solution.PathTo(file)).Count()))
            .Where(one => one.Lines > MaxLines);

        Assert.Empty(tooLong);
    }
}
