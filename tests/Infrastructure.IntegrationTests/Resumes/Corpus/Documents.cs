using System.Globalization;
using System.IO.Compression;
using System.Text;
using HotGigs.Application.Resumes;

namespace HotGigs.Infrastructure.IntegrationTests.Resumes.Corpus;

/// <summary>Makes small documents for single tests.</summary>
internal static class Documents
{
    private const string Namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string WordType = "vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string NoRelationships = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>""";
    private const string PackageRelationships = """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
          <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
        </Relationships>
        """;

    public static ResumeText Lines(params string[] lines) => new([.. lines.Select(line => new ResumeLine(line))]);

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>A Word document whose body is the given markup, where <c>w</c> is the prefix of its namespace.</summary>
    public static byte[] Docx(string body, params (string Name, byte[] Content)[] more) => Zip(
    [
        ("[Content_Types].xml", Utf8("""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
              <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
              <Default Extension="xml" ContentType="application/xml"/>
              <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
            </Types>
            """)),
        ("_rels/.rels", Utf8(PackageRelationships)),
        ("word/document.xml", Utf8($"""<w:document xmlns:w="{Namespace}"><w:body>{body}</w:body></w:document>""")),
        .. more,
    ]);

    /// <summary>A Word document of which one part is nested as deep, and named like an image.</summary>
    /// <param name="role"><c>main</c>, <c>styles</c>, <c>header</c> or <c>footer</c>.</param>
    public static byte[] DocxWithNestedPart(string role, int depth)
    {
        var (root, type) = role switch
        {
            "main" => ("document", "document.main"),
            "styles" => ("styles", "styles"),
            _ => (role[..1] == "h" ? "hdr" : "ftr", role),
        };
        var nested = string.Concat(Enumerable.Repeat("<w:sdt>", depth)) + string.Concat(Enumerable.Repeat("</w:sdt>", depth));
        var isMain = role == "main";
        var relationship = $"""
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
              <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{(isMain ? "officeDocument" : role)}" Target="/word/evil.png"/>
            </Relationships>
            """;
        return Zip(
        [
            ("[Content_Types].xml", Utf8($"""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                  <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                  <Override PartName="/word/document.xml" ContentType="application/{(isMain ? "xml" : WordType + "document.main+xml")}"/>
                  <Override PartName="/word/evil.png" ContentType="application/{WordType}{type}+xml"/>
                </Types>
                """)),
            ("_rels/.rels", Utf8(isMain ? relationship : PackageRelationships)),
            ("word/_rels/document.xml.rels", Utf8(isMain ? NoRelationships : relationship)),
            ("word/document.xml", Utf8($"""<w:document xmlns:w="{Namespace}"><w:body>{Paragraph("Jane")}</w:body></w:document>""")),
            ("word/evil.png", Utf8($"""<w:{root} xmlns:w="{Namespace}">{nested}</w:{root}>""")),
        ]);
    }

    /// <summary>A PDF whose only page lies below as many nodes of the page tree.</summary>
    public static byte[] PdfWithPageTree(int depth)
    {
        var nodes = Enumerable.Range(2, depth).Select(number => $"<</Type/Pages/Kids[{number + 1} 0 R]/Count 1>>");
        string[] objects = ["<</Type/Catalog/Pages 2 0 R>>", .. nodes, "<</Type/Page/MediaBox[0 0 9 9]>>"];
        var file = new StringBuilder("%PDF-1.7\n");
        var table = new StringBuilder($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        for (var i = 0; i < objects.Length; i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{file.Length:D10} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var start = file.Length;
        return Utf8($"{file}{table}trailer<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF");
    }

    public static string Paragraph(string text) => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>";

    public static byte[] Zip(IEnumerable<(string Name, byte[] Content)> entries)
    {
        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }
        return buffer.ToArray();
    }
}
