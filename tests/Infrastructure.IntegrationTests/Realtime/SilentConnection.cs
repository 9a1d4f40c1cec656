using System.Text.Json;
using HotGigs.Domain.Users;
using HotGigs.Infrastructure.Observability;
using HotGigs.Infrastructure.Realtime;
using HotGigs.Infrastructure.Realtime.Connections;
using HotGigs.Infrastructure.Realtime.Frames;
using HotGigs.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime;

/// <summary>
/// A real connection without a network, in the registry: what it is sent waits in its queue, as for a client that
/// does not read.
/// </summary>
internal sealed class SilentConnection : IDisposable
{
    private readonly MemoryStream written = new();

    public SilentConnection(string user, RealtimeOptions options, RealtimeMetrics metrics, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        Connection = new ClientConnection(
            new WebSocketTransport(written, static () => { }),
            new ConnectingClient(new UserIdentity(user, user, null, Roles.Recruiter), now, now.AddHours(8)),
            new WriteLanes(NullLogger<WriteLanes>.Instance),
            options,
            metrics,
            clock);
    }

    public ClientConnection Connection { get; }

    public static SilentConnection Of(RealtimeHost host, string user)
    {
        var silent = new SilentConnection(user, new RealtimeOptions(), host.Metrics, host.Clock);
        Assert.True(host.Registry.TryAdd(silent.Connection, out _));
        return silent;
    }

    /// <summary>Lets everything through that waits, and closes.</summary>
    /// <returns>The frames after the greeting.</returns>
    public async Task<IReadOnlyList<JsonElement>> ReleaseAsync()
    {
        Connection.Greet(MembershipFrames.JoinedRoom("greeting", default));
        Connection.Close(CloseCode.Normal, "");
        await Connection.WritingEnded.WaitAsync(Eventually.Deadline);
        return [.. Read(written.ToArray()).Skip(1)];
    }

    public void Dispose() => Connection.Socket.Dispose();

    private static IEnumerable<JsonElement> Read(byte[] bytes)
    {
        for (var at = 0; at < bytes.Length && (bytes[at] & 0x0F) == 1;)
        {
            int length = bytes[at + 1];
            var header = 2;
            if (length == 126)
                (length, header) = ((bytes[at + 2] << 8) | bytes[at + 3], 4);
            yield return JsonElement.Parse(bytes.AsSpan(at + header, length));
            at += header + length;
        }
    }
}
