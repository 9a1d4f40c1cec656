using HotGigs.Application.Resumes;
using HotGigs.Domain.Resumes;

namespace HotGigs.Infrastructure.Resumes.Extraction;

/// <summary>Refuses a file whose name promises something other than its content.</summary>
internal static class FileNameExtension
{
    private const int MaxLength = 5;

    /// <summary>
    /// The extension with its dot in lower case, or an empty string. The end of "Resume Dr. Smithson" or "cv.2024" is none.
    /// </summary>
    public static string Of(string fileName)
    {
        var extension = Path.GetExtension(fileName.Trim()).ToLowerInvariant();
        var isExtension = extension.Length is > 1 and <= MaxLength + 1
            && extension.AsSpan(1).IndexOfAnyExcept(AsciiLettersAndDigits) < 0
            && extension.AsSpan(1).IndexOfAnyInRange('a', 'z') >= 0;
        return isExtension ? extension : "";
    }

    /// <exception cref="UnsupportedResumeException">The name contradicts the format.</exception>
    public static void Check(string fileName, ResumeFormat format)
    {
        var extension = Of(fileName);
        if (extension.Length == 0 || Allowed(format).Contains(extension))
            return;
        throw new UnsupportedResumeException(extension switch
        {
            ".pdf" => "The file is named .pdf but is not a PDF.",
            ".docx" => "The file is named .docx but is not a Word document.",
            ".doc" => $"The file is named .doc but is {Name(format)}. Rename it and upload it again.",
            ".txt" or ".text" or ".md" => $"The file is named {extension} but is {Name(format)}, not plain text.",
            _ => $"Files named {extension} are not supported. Upload a PDF, a Word document (.docx) or plain text (.txt).",
        });
    }

    private static readonly System.Buffers.SearchValues<char> AsciiLettersAndDigits =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");

    private static string[] Allowed(ResumeFormat format) => format switch
    {
        ResumeFormat.Pdf => [".pdf"],
        ResumeFormat.Docx => [".docx"],
        _ => [".txt", ".text", ".md"],
    };

    private static string Name(ResumeFormat format) => format switch
    {
        ResumeFormat.Pdf => "a PDF",
        ResumeFormat.Docx => "a Word document",
        _ => "plain text",
    };
}
