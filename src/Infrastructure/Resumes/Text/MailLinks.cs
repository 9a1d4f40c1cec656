using HotGigs.Application.Resumes;

namespace HotGigs.Infrastructure.Resumes.Text;

/// <summary>Makes addresses that hide behind a link ("E-mail me") part of the text.</summary>
internal static class MailLinks
{
    private const string Scheme = "mailto:";

    /// <summary>The address of a <c>mailto:</c> link, or <c>null</c> for any other link.</summary>
    public static string? Address(string? uri)
    {
        if (uri is null || !uri.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        var address = Uri.UnescapeDataString(uri[Scheme.Length..].Split('?')[0]).Trim();
        return address.Contains('@') ? address : null;
    }

    /// <summary>Appends a line for each address that no line shows.</summary>
    public static IEnumerable<ResumeLine> AppendHidden(IReadOnlyCollection<ResumeLine> lines, IEnumerable<string> addresses) =>
        lines.Concat(addresses
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(address => !lines.Any(line => line.Text.Contains(address, StringComparison.OrdinalIgnoreCase)))
            .Select(address => new ResumeLine(address)));
}
