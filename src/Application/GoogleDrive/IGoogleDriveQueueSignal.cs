namespace HotGigs.Application.GoogleDrive;

/// <summary>
/// Wakes the sync workers of this server when there is something to do. The queue is the database: a signal that is
/// lost only means that a worker finds the sync at its next look.
/// </summary>
public interface IGoogleDriveQueueSignal
{
    void Wake();
}
