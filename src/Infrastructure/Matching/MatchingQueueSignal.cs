using HotGigs.Application.Matching;
using HotGigs.Infrastructure.Queues;

namespace HotGigs.Infrastructure.Matching;

/// <summary>Wakes those who compare candidates with jobs on this server.</summary>
internal sealed class MatchingQueueSignal(int workers, TimeProvider clock) : QueueSignal(workers, clock), IMatchingQueueSignal;
