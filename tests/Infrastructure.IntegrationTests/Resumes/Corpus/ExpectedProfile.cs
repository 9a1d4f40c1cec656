using System.Text.Json;

namespace HotGigs.Infrastructure.IntegrationTests.Resumes.Corpus;

/// <summary>What a person reads in a sample document.</summary>
internal sealed record ExpectedProfile(
    string Name,
    string Email,
    string Phone,
    string? Location,
    string Title,
    string[] Skills,
    string[] Companies,
    string[] Titles,
    string[] Degrees,
    string[] Institutions,
    double Years)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The expectations by file name. Years are as of <see cref="Today"/>.</summary>
    public static IReadOnlyDictionary<string, ExpectedProfile> LoadAll() =>
        JsonSerializer.Deserialize<Dictionary<string, ExpectedProfile>>(SampleFiles.Read("expected.json"), Json)
        ?? throw new InvalidOperationException("expected.json is empty.");

    public static readonly DateOnly Today = new(2026, 11, 23);
}
