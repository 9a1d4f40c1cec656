namespace HotGigs.Domain.Emails;

/// <summary>One try to send a mail.</summary>
/// <param name="At">When it ended.</param>
/// <param name="Error">What went wrong; <c>null</c> where the mail server took it.</param>
public sealed record EmailAttempt(DateTimeOffset At, string? Error);
