namespace HotGigs.Infrastructure.Resumes.Text;

/// <summary>The word lists that are compiled into the assembly, by their path below the <c>Resumes</c> folder.</summary>
internal static class EmbeddedText
{
    /// <summary>The lines of a list without comments (<c>#</c>) and empty lines.</summary>
    public static IEnumerable<string> Lines(string path)
    {
        var name = $"HotGigs.Infrastructure.Resumes.{path}";
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The embedded resource {name} is missing from the build.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line;
        }
    }
}
