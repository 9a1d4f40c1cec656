using HotGigs.Domain.Candidates;
using HotGigs.Domain.Resumes;

namespace HotGigs.Application.Resumes;

/// <summary>Turns what a parser read into a profile that can be kept: complete enough for a candidate, and within the lengths that are stored.</summary>
internal static class ProfileStructure
{
    private const int MaxSummaryLength = 4_000;
    private const int MaxEntries = 200;

    /// <exception cref="UnreadableResumeException">There is neither a name nor an e-mail address to know the person by.</exception>
    public static ResumeProfile Complete(ResumeProfile parsed)
    {
        // What is left of them counts: an empty address would find somebody else's candidate without one.
        var fullName = Shorten(parsed.FullName, Candidate.MaxTextLength);
        var email = parsed.Email?.Trim() is { Length: > 0 and <= Candidate.MaxTextLength } address ? address.ToLowerInvariant() : null;
        if (fullName is null && email is null)
            throw new UnreadableResumeException(
                "No name and no e-mail address were found in this document. Check that it is a resume and upload it again.");

        return parsed with
        {
            FullName = fullName,
            Email = email,
            Phone = Shorten(parsed.Phone, Candidate.MaxTextLength),
            Location = Shorten(parsed.Location, Candidate.MaxTextLength),
            Title = Shorten(parsed.Title, Candidate.MaxTextLength),
            Summary = Shorten(parsed.Summary, MaxSummaryLength),
            Skills = [.. parsed.Skills.DistinctBy(skill => skill.Name, StringComparer.OrdinalIgnoreCase).Take(MaxEntries)],
            Experience = [.. parsed.Experience.Take(MaxEntries)],
            Education = [.. parsed.Education.Take(MaxEntries)],
        };
    }

    private static string? Shorten(string? text, int length) => text?.Trim() switch
    {
        null or "" => null,
        { } trimmed when trimmed.Length > length => trimmed[..length].TrimEnd(),
        var trimmed => trimmed,
    };
}
