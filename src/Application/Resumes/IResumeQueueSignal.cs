namespace HotGigs.Application.Resumes;

/// <summary>
/// Wakes the import workers of this server when there is something to do. The queue is the database: a signal
/// that is lost only means that a worker finds the resume at its next look.
/// </summary>
public interface IResumeQueueSignal
{
    void Wake();

    /// <param name="resumes">How many have come.</param>
    void Wake(int resumes);
}
