using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Realtime.Acks;

/// <summary>Up to where users' devices have confirmed to have received their feeds, until it is written.</summary>
internal sealed class PendingAcks(IOptions<RealtimeOptions> options) : HighestByUser(options.Value.MaxPendingAcks);
