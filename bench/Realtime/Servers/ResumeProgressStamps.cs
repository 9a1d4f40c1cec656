using System.Buffers.Text;
using System.Collections.Concurrent;
using HotGigs.Bench.Realtime.Load;

namespace HotGigs.Bench.Realtime.Servers;

/// <summary>Stamps for progress of resumes, whose frames have no text to carry one: it is known what was sent when.</summary>
internal sealed class ResumeProgressStamps
{
    /// <summary>The steps of an import, from before its first.</summary>
    public static readonly IReadOnlyList<(int Progress, string Name)> Steps =
    [
        (0, "Queued"), (10, "Extracting text from document"), (20, "Running parser"), (60, "Structuring extracted data"),
        (80, "Creating candidate profile"), (90, "Matching with jobs"), (100, "Completed"),
    ];

    private readonly ConcurrentDictionary<(Guid Resume, int Progress), Stamp> sent = [];
    private Guid[] resumes = [];

    /// <summary>New resumes, of which nothing has been sent.</summary>
    public IReadOnlyList<Guid> Begin(int count) => resumes = [.. Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7())];

    /// <summary>Remembers what is about to be sent.</summary>
    /// <returns>The resume it is about.</returns>
    public Guid Note(Stamp stamp)
    {
        var resume = resumes[stamp.Sender];
        sent[(resume, Steps[stamp.Number].Progress)] = stamp;
        return resume;
    }

    public bool TryRead(ReadOnlySpan<byte> message, out Stamp stamp)
    {
        stamp = default;
        return TryAfter(message, "\"resume_id\":\""u8, out var id) && Utf8Parser.TryParse(id, out Guid resume, out _)
            && TryAfter(message, "\"progress\":"u8, out var number) && Utf8Parser.TryParse(number, out int progress, out _)
            && sent.TryGetValue((resume, progress), out stamp);
    }

    private static bool TryAfter(ReadOnlySpan<byte> message, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> rest)
    {
        var start = message.IndexOf(name);
        rest = start < 0 ? default : message[(start + name.Length)..];
        return start >= 0;
    }
}
