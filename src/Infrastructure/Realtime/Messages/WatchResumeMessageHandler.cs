using HotGigs.Application.Common;
using HotGigs.Application.Realtime;
using HotGigs.Infrastructure.Realtime.Connections;
using HotGigs.Infrastructure.Realtime.Frames;
using HotGigs.Infrastructure.Realtime.Rights;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Realtime.Messages;

internal sealed class WatchResumeMessageHandler(
    ConnectionRegistry registry, LiveRights rights, RequestSender requests, IOptions<RealtimeOptions> options) : IClientMessageHandler
{
    public string Type => "watch_resume";

    public async Task HandleAsync(ClientConnection connection, ClientMessage message, CancellationToken cancellationToken)
    {
        var version = rights.Version;
        var resumeId = message.Uuid("resume_id");

        // Subscribed before the snapshot is read: what happens in between is kept by the watch, not lost.
        if (!registry.TryWatch(connection, resumeId, out var watch, out var isNew))
        {
            throw RequestException.Invalid(
                "resume_id", $"A connection may watch {options.Value.MaxWatchesPerConnection} resumes. Unwatch one first.");
        }

        try
        {
            var snapshot = await requests.SendAsync(new WatchResume(connection.User, resumeId), cancellationToken);
            connection.Enqueue(MembershipFrames.Watching(resumeId, message.Ref));
            watch.Open(snapshot);
        }
        catch (Exception failure)
        {
            // A watch that was there before goes on, unless the right to it is gone.
            if (isNew || failure is RequestException)
                registry.Unwatch(connection, resumeId);
            throw;
        }

        if (rights.Version != version)
            rights.RecheckGranted(connection.User.Id);
    }
}
