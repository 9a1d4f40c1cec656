using HotGigs.Application.Resumes;
using HotGigs.Infrastructure.Queues;

namespace HotGigs.Infrastructure.Resumes;

/// <summary>Wakes the import workers of this server.</summary>
internal sealed class ResumeQueueSignal(int workers, TimeProvider clock) : QueueSignal(workers, clock), IResumeQueueSignal;
