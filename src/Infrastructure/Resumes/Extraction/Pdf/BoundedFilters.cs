using System.Runtime.ExceptionServices;
using HotGigs.Application.Resumes;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace HotGigs.Infrastructure.Resumes.Extraction.Pdf;

/// <summary>
/// The filters of PdfPig for one document, with limits: what a stream expands to is counted before PdfPig may
/// keep it. Images are not decoded at all.
/// </summary>
internal sealed class BoundedFilters(CancellationToken cancellationToken) : IFilterProvider
{
    private const string Kind = "PDF";
    private const long MaxStreamBytes = 64L * 1024 * 1024;
    private const long MaxDocumentBytes = 128L * 1024 * 1024;

    private readonly ByteBudget _document = new(MaxDocumentBytes, Kind);
    private ExceptionDispatchInfo? _refusal;

    /// <summary>Repeats a refusal that PdfPig may have swallowed.</summary>
    /// <exception cref="UnreadableResumeException">A limit was exceeded.</exception>
    public void ThrowIfRefused() => _refusal?.Throw();

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bound(DefaultFilterProvider.Instance.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bound(DefaultFilterProvider.Instance.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bound(DefaultFilterProvider.Instance.GetAllFilters());

    private IFilter[] Bound(IReadOnlyList<IFilter> filters) => [.. filters.Select(filter => new BoundedFilter(this, filter))];

    private void Charge(IFilter filter, Memory<byte> input)
    {
        ThrowIfRefused();
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            Spend(filter, input);
        }
        catch (Exception exception) when (exception is UnreadableResumeException or OperationCanceledException)
        {
            _refusal = ExceptionDispatchInfo.Capture(exception);
            throw;
        }
    }

    private void Spend(IFilter filter, Memory<byte> input)
    {
        var expanded = filter switch
        {
            FlateFilter => ExpandedLength.OfFlate(input, MaxStreamBytes),
            LzwFilter => ExpandedLength.OfLzw(input.Span, MaxStreamBytes),
            RunLengthFilter => ExpandedLength.OfRunLength(input.Span, MaxStreamBytes),
            // Of the others the worst is ASCII85, which writes four zeros as one letter.
            _ => 4L * input.Length,
        };
        new ByteBudget(MaxStreamBytes, Kind).Spend(expanded);
        _document.Spend(expanded);
    }

    private sealed class BoundedFilter(BoundedFilters owner, IFilter inner) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (inner is CcittFaxDecodeFilter || IsImage(streamDictionary))
                return Memory<byte>.Empty;
            owner.Charge(inner, input);
            return inner.Decode(input, streamDictionary, filterProvider, filterIndex);
        }

        private static bool IsImage(DictionaryToken dictionary) =>
            dictionary.TryGet(NameToken.Subtype, out var subtype) && NameToken.Image.Equals(subtype);
    }
}
