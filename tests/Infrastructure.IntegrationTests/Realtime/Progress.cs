using HotGigs.Domain.Resumes;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime;

internal static class Progress
{
    public static readonly DateTimeOffset At = new(2026, 3, 1, 11, 0, 0, 250, TimeSpan.Zero);

    public static ResumeProgress Of(
        Guid resumeId, long version, ResumeStatus status = ResumeStatus.Processing, int percentage = 20, string? error = null) =>
        new(resumeId, status, percentage, "Running parser", error, version, At);
}
