using HotGigs.Domain.Resumes;

namespace HotGigs.Application.Resumes;

/// <summary>Makes of an uploaded file's name one that is safe to show, to log and to offer for download.</summary>
internal static class DisplayFileName
{
    private const string Fallback = "resume";

    /// <summary>Drops folders, control characters and what file systems forbid, and shortens the name without losing its extension.</summary>
    public static string Clean(string? fileName)
    {
        var name = fileName ?? "";
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        name = string.Concat(name.Where(IsHarmless)).Trim(' ', '.');
        if (name.Length == 0)
            return Fallback;
        if (name.Length <= Resume.MaxFileNameLength)
            return name;

        var extension = Path.GetExtension(name);
        if (extension.Length > 10)
            extension = "";
        return name[..(Resume.MaxFileNameLength - extension.Length)] + extension;
    }

    private static bool IsHarmless(char c) =>
        !char.IsControl(c) && !char.IsSurrogate(c) && c is not ('"' or '<' or '>' or '|' or ':' or '*' or '?')
        && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format;
}
