using HotGigs.Application.Resumes;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace HotGigs.Infrastructure.Resumes.Extraction.Pdf;

/// <summary>
/// Estimates what drawing a PDF's pages would take before anything is drawn. A few kilobytes can ask for more than
/// anyone lives to see: millions of letters, or forms that draw forms that draw forms. PdfPig keeps what it has
/// drawn in memory, and cannot be stopped once it has begun.
/// </summary>
internal sealed class DrawingCost
{
    /// <summary>Cost of a page: bytes of content, each byte of shown text <see cref="TextWeight"/> times more. A page of a book comes to a tenth of it.</summary>
    private const long MaxPageCost = 16L * 1024 * 1024;

    private const long MaxDocumentCost = 4 * MaxPageCost;

    /// <summary>A letter takes PdfPig that much more than a byte of anything else, in memory and in time.</summary>
    private const int TextWeight = 32;

    private const string Refusal = "This PDF is built in a way we cannot read. Export it again and upload the new file.";

    private static readonly NameToken Form = NameToken.Create("Form");

    private readonly Structure structure;
    private readonly IPdfTokenScanner scanner;
    private readonly Dictionary<IndirectReference, long> costs = [];
    private long documentCost;

    private DrawingCost(Structure structure)
    {
        this.structure = structure;
        scanner = structure.TokenScanner;
    }

    /// <exception cref="UnreadableResumeException">Some page draws more forms than any resume does.</exception>
    public static void Check(PdfDocument document, CancellationToken cancellationToken)
    {
        var drawings = new DrawingCost(document.Structure);
        foreach (var reference in document.Structure.CrossReferenceTable.ObjectOffsets.Keys)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (drawings.Find(reference) is DictionaryToken page && page.TryGet(NameToken.Type, out NameToken type) && type.Equals(NameToken.Page))
                drawings.CheckPage(page);
        }
    }

    private void CheckPage(DictionaryToken page)
    {
        var dearest = DearestIn(page);
        var cost = ContentsOf(page).Sum(content => CostOf(content, dearest));
        documentCost += cost;
        if (cost > MaxPageCost || documentCost > MaxDocumentCost)
            throw new UnreadableResumeException(Refusal);
    }

    /// <summary>What drawing a form once costs.</summary>
    private long CostOf(IndirectReference reference)
    {
        if (costs.TryGetValue(reference, out var known))
            return known;

        // While it is being counted: a form that draws itself, which readers leave out.
        costs[reference] = 1;
        if (Find(reference) is not StreamToken form || !form.StreamDictionary.TryGet(NameToken.Subtype, out NameToken kind) || !kind.Equals(Form))
            return 1;
        return costs[reference] = CostOf(form, DearestIn(form.StreamDictionary));
    }

    /// <summary>The cost of a content stream, if each form that it draws were the dearest of those it can.</summary>
    private long CostOf(StreamToken content, long dearest)
    {
        var bytes = content.Decode(structure.FilterProvider, scanner).Span;
        return Math.Min(bytes.Length + (TextWeight * TextIn(bytes)) + (DrawsIn(bytes) * dearest), MaxDocumentCost + 1);
    }

    private long DearestIn(DictionaryToken owner)
    {
        var forms = ResourcesOf(owner) is { } resources && resources.TryGet(NameToken.Xobject, scanner, out DictionaryToken? named)
            ? named.Data.Values.OfType<IndirectReferenceToken>()
            : [];
        return forms.Select(form => CostOf(form.Data)).DefaultIfEmpty(0).Max();
    }

    /// <summary>A page inherits its resources from the nodes above it.</summary>
    private DictionaryToken? ResourcesOf(DictionaryToken owner)
    {
        for (var depth = 0; depth < 100; depth++)
        {
            if (owner.TryGet(NameToken.Resources, scanner, out DictionaryToken? resources))
                return resources;
            if (!owner.TryGet(NameToken.Parent, scanner, out DictionaryToken? parent))
                return null;
            owner = parent;
        }

        return null;
    }

    private IEnumerable<StreamToken> ContentsOf(DictionaryToken page)
    {
        if (!page.TryGet(NameToken.Contents, out var contents))
            return [];
        if (contents is IndirectReferenceToken reference)
            contents = Find(reference.Data);
        return contents switch
        {
            StreamToken stream => [stream],
            ArrayToken parts => parts.Data.OfType<IndirectReferenceToken>().Select(part => Find(part.Data)).OfType<StreamToken>(),
            _ => [],
        };
    }

    /// <summary>How often a content stream says <c>Do</c>.</summary>
    private static long DrawsIn(ReadOnlySpan<byte> content) => content.Count("Do"u8);

    /// <summary>About how many bytes of text a content stream shows: those in parentheses, and half of those in angle brackets.</summary>
    private static long TextIn(ReadOnlySpan<byte> content)
    {
        long text = 0;
        while (content.IndexOfAny("(<"u8) is >= 0 and var start)
        {
            var isHex = content[start] == '<';
            content = content[(start + 1)..];
            var end = content.IndexOf(isHex ? (byte)'>' : (byte)')');
            if (end < 0)
                end = content.Length - 1;
            if (end < 0)
                break;
            text += isHex ? end / 2 : end;
            content = content[(end + 1)..];
        }

        return text;
    }

    private IToken? Find(IndirectReference reference)
    {
        try
        {
            return structure.GetObject(reference)?.Data;
        }
        catch (Exception error) when (error is not (UnreadableResumeException or OperationCanceledException or OutOfMemoryException))
        {
            // An object that cannot be read draws nothing; whether the document can do without it shows when it is read.
            return null;
        }
    }
}
