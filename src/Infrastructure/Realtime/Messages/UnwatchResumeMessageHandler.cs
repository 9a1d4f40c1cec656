using HotGigs.Infrastructure.Realtime.Connections;
using HotGigs.Infrastructure.Realtime.Frames;

namespace HotGigs.Infrastructure.Realtime.Messages;

internal sealed class UnwatchResumeMessageHandler(ConnectionRegistry registry) : IClientMessageHandler
{
    public string Type => "unwatch_resume";

    public Task HandleAsync(ClientConnection connection, ClientMessage message, CancellationToken cancellationToken)
    {
        var resumeId = message.Uuid("resume_id");
        registry.Unwatch(connection, resumeId);
        connection.Enqueue(MembershipFrames.Unwatched(resumeId, message.Ref));
        return Task.CompletedTask;
    }
}
