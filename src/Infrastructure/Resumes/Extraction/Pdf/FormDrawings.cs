using HotGigs.Application.Resumes;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace HotGigs.Infrastructure.Resumes.Extraction.Pdf;

/// <summary>
/// Counts what the forms of a PDF would draw before anything is drawn. A form may draw forms, so that a few
/// kilobytes can ask for more drawings than anyone lives to see, and PdfPig cannot be stopped once it has begun.
/// </summary>
internal sealed class FormDrawings
{
    private const long MaxDrawings = 50_000;

    private const string Refusal = "This PDF is built in a way we cannot read. Export it again and upload the new file.";

    private static readonly NameToken Form = NameToken.Create("Form");

    private readonly Structure structure;
    private readonly IPdfTokenScanner scanner;
    private readonly Dictionary<IndirectReference, long> costs = [];

    private FormDrawings(Structure structure)
    {
        this.structure = structure;
        scanner = structure.TokenScanner;
    }

    /// <exception cref="UnreadableResumeException">Some page draws more forms than any resume does.</exception>
    public static void Check(PdfDocument document, CancellationToken cancellationToken)
    {
        var drawings = new FormDrawings(document.Structure);
        foreach (var reference in document.Structure.CrossReferenceTable.ObjectOffsets.Keys)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (drawings.Find(reference) is DictionaryToken page && page.TryGet(NameToken.Type, out NameToken type) && type.Equals(NameToken.Page))
                drawings.CheckPage(page);
        }
    }

    private void CheckPage(DictionaryToken page)
    {
        var drawn = CountIn(page, NameToken.Contents);
        if (drawn * DearestIn(page) > MaxDrawings)
            throw new UnreadableResumeException(Refusal);
    }

    /// <summary>How many drawings one drawing of a form is at most: itself, and for each form it draws as many as the dearest of them.</summary>
    private long CostOf(IndirectReference reference)
    {
        if (costs.TryGetValue(reference, out var known))
            return known;

        // While it is being counted: a form that draws itself, which readers leave out.
        costs[reference] = 1;
        if (Find(reference) is not StreamToken form || !form.StreamDictionary.TryGet(NameToken.Subtype, out NameToken kind) || !kind.Equals(Form))
            return 1;

        var dearest = DearestIn(form.StreamDictionary);
        var cost = dearest == 0 ? 1 : Math.Min(1 + (Draws(form) * dearest), MaxDrawings + 1);
        return costs[reference] = cost;
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

    private long CountIn(DictionaryToken page, NameToken key)
    {
        if (!page.TryGet(key, out var contents))
            return 0;
        return contents switch
        {
            IndirectReferenceToken reference => CountIn(Find(reference.Data)),
            _ => CountIn(contents),
        };
    }

    private long CountIn(IToken? contents) => contents switch
    {
        StreamToken stream => Draws(stream),
        ArrayToken parts => parts.Data.OfType<IndirectReferenceToken>().Sum(part => Find(part.Data) is StreamToken stream ? Draws(stream) : 0),
        _ => 0,
    };

    /// <summary>How often a content stream says <c>Do</c>.</summary>
    private long Draws(StreamToken stream)
    {
        var content = stream.Decode(structure.FilterProvider, scanner).Span;
        long count = 0;
        for (var at = content.IndexOf("Do"u8); at >= 0;)
        {
            count++;
            content = content[(at + 2)..];
            at = content.IndexOf("Do"u8);
        }

        return count;
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
