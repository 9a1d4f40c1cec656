using HotGigs.Domain.Emails;

namespace HotGigs.Application.Emails;

/// <summary>The mails that are kept, for those who look after them.</summary>
public interface IEmailDeliveries
{
    /// <summary>Those of a status, newest first.</summary>
    /// <param name="status">Which.</param>
    /// <param name="after">Where the page before ended; <c>null</c> for the first.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<EmailDelivery>> ListAsync(
        EmailStatus status, EmailPosition? after, int limit, CancellationToken cancellationToken);

    /// <summary>One mail; <c>null</c> where there is none.</summary>
    Task<EmailDelivery?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Puts a mail that was given up back into the queue.</summary>
    /// <returns><c>null</c> where there is none.</returns>
    Task<RequeuedEmail?> RequeueAsync(Guid id, CancellationToken cancellationToken);
}

/// <summary>What came of putting a mail back.</summary>
/// <param name="Mail">The mail as it is then.</param>
/// <param name="WasDead">Whether it was put back; if not, it was not given up, and is as it was.</param>
public sealed record RequeuedEmail(EmailDelivery Mail, bool WasDead);

/// <summary>A place in the list of mails.</summary>
public readonly record struct EmailPosition(DateTimeOffset CreatedAt, Guid Id);
