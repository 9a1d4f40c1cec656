namespace HotGigs.Application.Emails;

/// <summary>
/// Wakes the mail worker of this server when something is due. The queue is the database: a signal that is lost only
/// means that the worker finds the mail at its next look.
/// </summary>
public interface IEmailQueueSignal
{
    void Wake();
}
