using HotGigs.GoogleStandIn;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Resumes;
using HotGigs.Tests.Shared.Servers;

namespace HotGigs.WebApi.FunctionalTests.GoogleDrive;

/// <summary>A server that is killed while it synchronises, and several servers that do it together, import each file once and tell once.</summary>
public sealed class KilledServerTests
{
    private const int Files = 12;

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(11)]
    public async Task Each_file_is_imported_once_wherever_the_server_dies(int fetchesBeforeTheEnd)
    {
        await using var google = await GoogleServer.StartAsync();
        using var data = new TemporaryFolder();
        var folder = Fill(google);
        var reached = new TaskCompletionSource();
        var fetches = 0;
        google.Trouble = async request =>
        {
            if (request.Query["alt"] == "media" && Interlocked.Increment(ref fetches) == fetchesBeforeTheEnd)
            {
                reached.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, request.HttpContext.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            return null;
        };

        Guid sync;
        await using (var first = await HotGigsProcess.StartAsync(data.Path, Settings(google)))
        {
            using var user = await TestUser.SignInAsync(first, "recruiter", "recruiter");
            await DriveFixture.ConnectAsync(user);
            sync = await DriveFixture.SetUpAsync(user, folder);
            await user.PostAsync($"/api/google-drive/syncs/{sync}/sync");
            await reached.Task.WaitAsync(Eventually.Deadline);
            await first.KillAsync();
        }

        await using var second = await HotGigsProcess.StartAsync(data.Path, Settings(google));
        using var owner = await TestUser.SignInAsync(second, "recruiter", "recruiter");
        await AssertImportedOnceAsync(owner, sync);
    }

    [Fact]
    public async Task Two_servers_on_one_database_share_the_syncs()
    {
        await using var google = await GoogleServer.StartAsync();
        using var data = new TemporaryFolder();
        await using var first = await HotGigsProcess.StartAsync(data.Path, Settings(google));
        await using var second = await HotGigsProcess.StartAsync(data.Path, Settings(google));
        using var user = await TestUser.SignInAsync(first, "recruiter", "recruiter");
        using var elsewhere = await TestUser.SignInAsync(second, "recruiter", "recruiter");

        // Sent to Google by the one, back at the other.
        var back = await DriveFixture.ConsentAsync(user);
        Assert.True((await elsewhere.PostAsync($"/api/google-drive/auth/callback{back.Query}")).Json.Flag("connected"));
        var sync = await DriveFixture.SetUpAsync(user, Fill(google));
        await Task.WhenAll(user.PostAsync($"/api/google-drive/syncs/{sync}/sync"), elsewhere.PostAsync($"/api/google-drive/syncs/{sync}/sync"));

        await AssertImportedOnceAsync(user, sync);
    }

    private static Dictionary<string, string?> Settings(GoogleServer google) => new(DriveFixture.Hasty.Concat(google.Settings));

    private static string Fill(GoogleServer google)
    {
        var folder = google.Drive.AddFolder();
        for (var i = 0; i < Files; i++)
            google.Drive.Add($"{i}.txt", "text/plain", SampleResumes.Text(Person.Next()).Content, folder);
        return folder;
    }

    private static async Task AssertImportedOnceAsync(TestUser owner, Guid sync)
    {
        await DriveFixture.AssertToldAsync(owner, Files);
        await DriveFixture.EndOfRunAsync(owner, sync);
        var state = (await owner.GetAsync($"/api/google-drive/syncs/{sync}")).Json;
        Assert.Equal((Files, 0L), (state.Number("total_files_synced"), state.Number("total_files_failed")));
        Assert.Equal($"{Files}", (await owner.GetAsync("/api/resumes/candidates")).Headers["X-Total-Count"]);
        Assert.Equal(Files, (await owner.GetAsync($"/api/google-drive/syncs/{sync}/files?limit=100")).Json.Items("files").Count);
        Assert.Single(await owner.NotificationsAsync());
    }
}
