using HotGigs.Domain.Resumes;
using HotGigs.Infrastructure.Realtime.Frames;

namespace HotGigs.Infrastructure.Realtime.Connections;

/// <summary>One connection's watch of one resume.</summary>
internal sealed class ResumeWatch(ClientConnection connection, Guid resumeId)
{
    private readonly LatestFrame latest = new(keepsSteps: true);

    public Guid ResumeId => resumeId;

    /// <summary>Takes in live progress; before <see cref="Open"/> it is kept, not sent.</summary>
    public void Offer(Frame frame, long version) => connection.Offer(latest, frame, version);

    /// <summary>Sends where the resume stands, and from now on how it moves.</summary>
    public void Open(ResumeProgress snapshot) =>
        connection.Open(latest, ProgressFrames.ResumeProgress(snapshot), snapshot.Version);

    /// <summary>Sends nothing any more.</summary>
    public void Close() => connection.Close(latest);
}
