using HotGigs.Application.GoogleDrive;
using HotGigs.Infrastructure.Queues;

namespace HotGigs.Infrastructure.GoogleDrive;

/// <summary>Wakes the sync workers of this server.</summary>
internal sealed class GoogleDriveQueueSignal(int workers, TimeProvider clock) : QueueSignal(workers, clock), IGoogleDriveQueueSignal;
