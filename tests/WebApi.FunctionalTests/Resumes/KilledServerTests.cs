using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Resumes;
using HotGigs.Tests.Shared.Servers;

namespace HotGigs.WebApi.FunctionalTests.Resumes;

/// <summary>A server that is killed while it imports loses nothing and does nothing twice.</summary>
public sealed class KilledServerTests
{
    private const int Uploads = 10;

    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["ResumeImport:Lease"] = "00:00:03",
        ["ResumeImport:PollInterval"] = "00:00:00.2",
    };

    // The lease, a look for what was left behind, and time for a busy machine.
    private static readonly TimeSpan Takeover = TimeSpan.FromSeconds(3 + 0.2 + 10);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Every_resume_completes_once_however_the_server_dies(int seed)
    {
        using var data = new TemporaryFolder();
        var chance = new Random(seed);
        List<Guid> resumes;
        List<Guid> interrupted;
        await using (var first = await HotGigsProcess.StartAsync(data.Path, Settings))
        {
            using var recruiter = await TestUser.SignInAsync(first, "recruiter", "recruiter");
            resumes = [.. await Task.WhenAll(Enumerable.Range(0, Uploads)
                .Select(number => recruiter.UploadedAsync(SampleResumes.TakingLong(Person.Next(), positions: 15 + number))))];
            await using var socket = await WatchAsync(recruiter, resumes);
            interrupted = await KillAtAsync(first, socket, chance.Next(2, 25));
        }

        // A resume that brings the server down three times is given up, so there may be no third one.
        await using (var second = await HotGigsProcess.StartAsync(data.Path, Settings))
        {
            using var recruiter = await TestUser.SignInAsync(second, "recruiter", "recruiter");
            await using var socket = await WatchAsync(recruiter, resumes);
            await AssertTakenOverAsync(socket, interrupted);
            interrupted = await KillAtAsync(second, socket, chance.Next(1, 15));
        }

        await using var last = await HotGigsProcess.StartAsync(data.Path, Settings);
        using var owner = await TestUser.SignInAsync(last, "recruiter", "recruiter");
        await using (var socket = await WatchAsync(owner, resumes))
            await AssertTakenOverAsync(socket, interrupted);
        foreach (var resume in resumes)
        {
            var end = await owner.EndOfImportAsync(resume);
            Assert.True(end.Text("status") == "completed", $"{end}\n{last.Output}");
        }

        await AssertToldOnceAsync(owner, resumes);
        Assert.Equal($"{Uploads}", (await owner.GetAsync("/api/resumes/candidates")).Headers["X-Total-Count"]);
        Assert.Equal(Uploads, data.Files("resumes").Count);
    }

    private static async Task<TestSocket> WatchAsync(TestUser recruiter, List<Guid> resumes)
    {
        var socket = await recruiter.ConnectAsync();
        foreach (var resume in resumes)
            await socket.SendAsync(new { type = "watch_resume", resume_id = resume });
        return socket;
    }

    /// <summary>Kills the server when it has shown a number of steps.</summary>
    /// <returns>The resumes that it was working on, as far as was seen.</returns>
    private static async Task<List<Guid>> KillAtAsync(HotGigsProcess server, TestSocket socket, int steps)
    {
        for (; steps > 0; steps--)
            await socket.NextAsync("resume_progress", frame => frame.Field("data").Text("status") == "processing");
        await server.KillAsync();
        return
        [
            .. socket.Frames.Where(frame => frame.Text("type") == "resume_progress")
                .GroupBy(frame => frame.Id("resume_id"))
                .Where(resume => resume.Last().Field("data").Text("status") == "processing")
                .Select(resume => resume.Key),
        ];
    }

    /// <summary>Each goes on or has ended within the time after which the lease of a dead server has run out.</summary>
    private static async Task AssertTakenOverAsync(TestSocket socket, List<Guid> interrupted)
    {
        Assert.NotEmpty(interrupted);
        foreach (var resume in interrupted)
        {
            var snapshot = await socket.NextAsync("resume_progress", frame => frame.Id("resume_id") == resume);
            if (snapshot.Field("data").Text("status") == "processing")
                await socket.NextAsync("resume_progress", frame => frame.Id("resume_id") == resume, Takeover);
        }
    }

    private static async Task AssertToldOnceAsync(TestUser owner, List<Guid> resumes)
    {
        var told = await Eventually.GetAsync(() => owner.NotificationsAsync(), all => all.Count >= 2 * resumes.Count);
        var completed = told.Where(notification => notification.Text("type") == "resume_completed").ToList();
        var added = told.Where(notification => notification.Text("type") == "candidate_added").ToList();

        Assert.Equal(2 * resumes.Count, told.Count);
        Assert.Equal(resumes.Order(), completed.Select(notification => notification.Field("data").Id("resume_id")).Order());
        Assert.Equal(resumes.Count, added.Select(notification => notification.Field("data").Id("candidate_id")).Distinct().Count());
        Assert.Equal(
            Enumerable.Range(1, told.Count).Reverse().Select(seq => (long)seq), told.Select(notification => notification.Number("seq")));
    }
}
