using HotGigs.Tests.Shared.Resumes;

namespace HotGigs.EndToEnd.Tests;

/// <summary>The sample resumes.</summary>
internal static class Samples
{
    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Samples", file);

    /// <summary>One of them, to be uploaded without the pages.</summary>
    public static SampleFile Read(string file) => new(file, "application/octet-stream", File.ReadAllBytes(PathOf(file)));
}
