using HotGigs.Application.Common;
using HotGigs.Application.GoogleDrive;
using HotGigs.GoogleStandIn;
using HotGigs.Infrastructure.IntegrationTests.Persistence;
using HotGigs.Tests.Shared;
using Microsoft.AspNetCore.WebUtilities;

namespace HotGigs.Infrastructure.IntegrationTests.GoogleDrive;

/// <summary>What takes time with Google: pauses it asks for, answers that never end, consents that come too late.</summary>
public sealed class GoogleServiceTests : IAsyncLifetime
{
    private readonly SqliteTestDatabase database = new();
    private GoogleServer google = null!;
    private TestNode node = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        google = await GoogleServer.StartAsync();
        await database.InitializeAsync();
        node = await TestNode.StartAsync(database, google.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await node.DisposeAsync();
        await database.DisposeAsync();
        await google.DisposeAsync();
    }

    [Fact]
    public async Task A_pause_that_Google_asks_for_is_kept()
    {
        using var session = await ConnectAsync();
        var folder = google.Drive.AddFolder();
        var asked = new List<DateTimeOffset>();
        google.Trouble = request =>
        {
            asked.Add(node.Clock.GetUtcNow());
            return Task.FromResult(asked.Count == 1 ? new Trouble(429, "rateLimitExceeded", RetryAfter: "7") : null);
        };

        Assert.True(await AdvanceUntilAsync(session.HasFolderAsync(folder, Cancelled)));

        Assert.Equal(2, asked.Count);
        Assert.True(asked[1] - asked[0] >= TimeSpan.FromSeconds(7), $"{asked[1] - asked[0]}");
    }

    [Fact]
    public async Task A_long_pause_is_not_waited_for_but_passed_on()
    {
        using var session = await ConnectAsync();
        google.Trouble = _ => Task.FromResult<Trouble?>(new Trouble(403, "userRateLimitExceeded", RetryAfter: "3600"));
        var before = google.Requests.Count;

        var refused = await Assert.ThrowsAsync<GoogleDriveUnavailableException>(() => session.ListAsync("folder", null, Cancelled));

        Assert.Equal((TimeSpan.FromHours(1), before + 1), (refused.RetryAfter!.Value, google.Requests.Count));
    }

    [Fact]
    public async Task An_outage_is_asked_about_a_bounded_number_of_times()
    {
        using var session = await ConnectAsync();
        google.Trouble = _ => Task.FromResult<Trouble?>(new Trouble(500));
        var before = google.Requests.Count;

        await Assert.ThrowsAsync<GoogleDriveUnavailableException>(() => AdvanceUntilAsync(session.HasFolderAsync("folder", Cancelled)));

        Assert.Equal(before + 1 + new GoogleDriveOptions().MaxRetries, google.Requests.Count);
    }

    [Fact]
    public async Task A_file_whose_content_never_ends_is_given_up_in_time()
    {
        using var session = await ConnectAsync();
        var id = google.Drive.Add("a.txt", "text/plain", new byte[100_000], google.Drive.AddFolder());
        google.Trouble = _ => Task.FromResult<Trouble?>(Trouble.HangingBody);

        var failed = await Assert.ThrowsAsync<GoogleDriveFileException>(() => AdvanceUntilAsync(
            session.FetchAsync(new GoogleDriveItem(id, "a.txt", "text/plain", "1"), 1_000_000, Cancelled), TimeSpan.FromSeconds(20)));

        Assert.True(failed.IsOutage);
    }

    [Fact]
    public async Task A_refresh_token_that_Google_replaces_is_used_from_then_on()
    {
        using var session = await ConnectAsync();
        var folder = google.Drive.AddFolder();
        google.Grants.RotatesRefreshTokens = true;

        for (var i = 0; i < 3; i++)
        {
            google.Grants.ExpireAccessTokens();
            Assert.True(await session.HasFolderAsync(folder, Cancelled));
        }

        google.Grants.ExpireAccessTokens();
        using var next = await node.Get<IGoogleDrive>().OpenAsync("rosa", isWaitedFor: false, Cancelled);
        Assert.True(await next.HasFolderAsync(folder, Cancelled));
    }

    [Fact]
    public async Task That_there_is_no_token_to_be_had_is_not_the_fault_of_a_file()
    {
        using var session = await ConnectAsync();
        var id = google.Drive.Add("a.txt", "text/plain", new byte[100], google.Drive.AddFolder());
        google.Grants.ExpireAccessTokens();
        google.Trouble = request => Task.FromResult(request.Path == "/token" ? new Trouble(503) : null);

        await Assert.ThrowsAsync<GoogleDriveUnavailableException>(() => AdvanceUntilAsync(
            session.FetchAsync(new GoogleDriveItem(id, "a.txt", "text/plain", "1"), 1_000_000, Cancelled)));
    }

    [Fact]
    public async Task A_consent_that_takes_too_long_counts_no_more()
    {
        var accounts = node.Get<IGoogleDriveAccounts>();
        var (code, state) = await ConsentAsync();
        node.Clock.Advance(new GoogleDriveOptions().StateLifetime);

        var refused = await Assert.ThrowsAsync<RequestException>(() => accounts.CompleteAsync("rosa", code, state, Cancelled));

        Assert.Equal("state", Assert.Single(refused.Errors!).Key);
        (code, state) = await ConsentAsync();
        node.Clock.Advance(new GoogleDriveOptions().StateLifetime - TimeSpan.FromSeconds(1));
        Assert.NotNull(await accounts.CompleteAsync("rosa", code, state, Cancelled));
    }

    private async Task<(string Code, string State)> ConsentAsync()
    {
        var consent = await node.Get<IGoogleDriveAccounts>().BeginAsync("rosa", Cancelled);
        var back = QueryHelpers.ParseQuery((await GoogleServer.ConsentAsync(consent.AuthUrl)).Query);
        return ($"{back["code"]}", $"{back["state"]}");
    }

    private async Task<IGoogleDriveSession> ConnectAsync()
    {
        var (code, state) = await ConsentAsync();
        await node.Get<IGoogleDriveAccounts>().CompleteAsync("rosa", code, state, Cancelled);
        return await node.Get<IGoogleDrive>().OpenAsync("rosa", isWaitedFor: false, Cancelled);
    }

    /// <summary>Lets time pass until something has ended.</summary>
    private async Task<T> AdvanceUntilAsync<T>(Task<T> task, TimeSpan? step = null)
    {
        await Eventually.GetAsync(
            () =>
            {
                node.Clock.Advance(step ?? TimeSpan.FromSeconds(1));
                return Task.FromResult(task.IsCompleted);
            },
            isCompleted => isCompleted);
        return await task;
    }
}
