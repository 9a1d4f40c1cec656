namespace HotGigs.Domain.Emails;

/// <summary>One try to send a mail.</summary>
/// <param name="At">When it ended.</param>
/// <param name="Error">What went wrong; <c>null</c> where the mail server took it.</param>
/// <param name="BeforeRequeue">Whether the mail was given up after it and put back since: then it does not count any more.</param>
public sealed record EmailAttempt(DateTimeOffset At, string? Error, bool BeforeRequeue = false);
