using HotGigs.Application.Emails;
using HotGigs.Infrastructure.Queues;

namespace HotGigs.Infrastructure.Emails;

/// <summary>Wakes the mail worker of this server. It looks at all that is due, so one wake-up is enough.</summary>
internal sealed class EmailQueueSignal(TimeProvider clock) : QueueSignal(1, clock), IEmailQueueSignal;
