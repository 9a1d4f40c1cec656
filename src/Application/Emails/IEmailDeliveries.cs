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

    /// <summary>Puts a mail that was given up back into the queue.</summary>
    /// <returns>The mail as it is then; <c>null</c> where there is none.</returns>
    /// <exception cref="InvalidOperationException">It was not given up.</exception>
    Task<EmailDelivery?> RequeueAsync(Guid id, CancellationToken cancellationToken);
}

/// <summary>A place in the list of mails.</summary>
public readonly record struct EmailPosition(DateTimeOffset CreatedAt, Guid Id);
