using HotGigs.Client;

namespace HotGigs.WebApi.FunctionalTests.Client;

/// <summary>The example of docs/dotnet-client.md, word for word.</summary>
internal static class Example
{
    public static async Task RunAsync(
        Uri server, Func<CancellationToken, ValueTask<string>> getToken, Guid resumeId, Action<string> print, CancellationToken cancellationToken)
    {
        await using var client = HotGigsClient.Start(new() { Server = server, Token = getToken });
        await client.WatchResumeAsync(resumeId, cancellationToken);
        await foreach (var happened in client.ReadEventsAsync(cancellationToken))
            print(happened switch
            {
                FeedReset => "Read the list: GET /api/notifications",
                FeedSynced missed => $"Missed: {missed.Notifications.Count}",
                NotificationReceived it => $"{it.Title}: {it.Message}",
                ResumeProgressed it => $"{it.Progress.Progress} % {it.Progress.CurrentStep}",
                ClientDisconnected { RetryIn: null } gone => $"Disconnected: {gone.Reason}",
                _ => happened.GetType().Name,
            });
    }
}
