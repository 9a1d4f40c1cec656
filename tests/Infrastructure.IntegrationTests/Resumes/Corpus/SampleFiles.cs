namespace HotGigs.Infrastructure.IntegrationTests.Resumes.Corpus;

/// <summary>The committed sample documents; all persons in them are invented.</summary>
internal static class SampleFiles
{
    private static readonly string Directory = Path.Combine(AppContext.BaseDirectory, "Resumes", "Samples");

    public static string PathOf(string name) => Path.Combine(Directory, name);

    public static byte[] Read(string name) => File.ReadAllBytes(PathOf(name));
}
