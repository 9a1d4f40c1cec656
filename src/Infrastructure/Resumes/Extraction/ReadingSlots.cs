using HotGigs.Application.Resumes;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Resumes.Extraction;

/// <summary>
/// Bounds how many documents are read at the same time. Whoever waits for a document may give it up; the reading
/// goes on until it notices, and keeps its slot until it has really ended.
/// </summary>
internal sealed class ReadingSlots(IOptions<ResumeImportOptions> options) : IDisposable
{
    private readonly SemaphoreSlim _slots = new(options.Value.Parallelism);

    /// <summary>Does the work as soon as there is a slot.</summary>
    /// <exception cref="TimeoutException">
    /// There was none for half of the time that reading may take: no fault of this document, which is to be tried again.
    /// </exception>
    public T Run<T>(Func<T> work, CancellationToken cancellationToken)
    {
        if (!_slots.Wait(options.Value.ReadTimeout / 2, cancellationToken))
            throw new TimeoutException("Documents that take too long to read occupy all slots.");
        try
        {
            return work();
        }
        finally
        {
            _slots.Release();
        }
    }

    public void Dispose() => _slots.Dispose();
}
