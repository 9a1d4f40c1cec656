namespace HotGigs.EndToEnd.Tests;

/// <summary>The sample resumes.</summary>
internal static class Samples
{
    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Samples", file);
}
