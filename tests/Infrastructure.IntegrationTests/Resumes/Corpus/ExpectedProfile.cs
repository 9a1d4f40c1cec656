using System.Text.Json;

namespace HotGigs.Infrastructure.IntegrationTests.Resumes.Corpus;

/// <summary>What a person reads in a document; what is <c>null</c> is not in it, or not judged (location, title, years).</summary>
internal sealed record ExpectedProfile(
    string? Name,
    string? Email,
    string? Phone,
    string? Location,
    string? Title,
    string[] Skills,
    string[] Companies,
    string[] Titles,
    string[] Degrees,
    string[] Institutions,
    double? Years)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Other ways to write the name that are as right: in another script, without the suffix.</summary>
    public string[] OtherNames { get; init; } = [];

    /// <summary>The expectations for the committed samples by file name. Years are as of <see cref="Today"/>.</summary>
    public static IReadOnlyDictionary<string, ExpectedProfile> LoadAll() => Load(SampleFiles.PathOf("expected.json"));

    /// <summary>The expectations in a file of JSON, by the names of the documents.</summary>
    public static IReadOnlyDictionary<string, ExpectedProfile> Load(string path) =>
        JsonSerializer.Deserialize<Dictionary<string, ExpectedProfile>>(File.ReadAllText(path), Json)
        ?? throw new InvalidOperationException($"{path} is empty.");

    public static readonly DateOnly Today = new(2026, 11, 23);
}
