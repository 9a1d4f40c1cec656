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

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Every_resume_completes_once_however_the_server_dies(int seed)
    {
        using var data = new TemporaryFolder();
        var chance = new Random(seed);
        List<Guid> resumes;
        await using (var first = await HotGigsProcess.StartAsync(data.Path, Settings))
        {
            using var recruiter = await TestUser.SignInAsync(first, "recruiter", "recruiter");
            resumes = [.. await Task.WhenAll(Enumerable.Range(0, Uploads)
                .Select(number => recruiter.UploadedAsync(SampleResumes.TakingLong(Person.Next(), positions: 40 + number))))];
            await KillAtAsync(first, recruiter, resumes, chance);
        }

        // A resume that brings the server down three times is given up, so there may be no third one.
        await using (var second = await HotGigsProcess.StartAsync(data.Path, Settings))
        {
            using var recruiter = await TestUser.SignInAsync(second, "recruiter", "recruiter");
            await KillAtAsync(second, recruiter, resumes, chance);
        }

        await using var last = await HotGigsProcess.StartAsync(data.Path, Settings);
        using var owner = await TestUser.SignInAsync(last, "recruiter", "recruiter");
        foreach (var resume in resumes)
        {
            var end = await owner.EndOfImportAsync(resume);
            Assert.True(end.Text("status") == "completed", $"{end}\n{last.Output}");
        }

        await AssertToldOnceAsync(owner, resumes);
        Assert.Equal($"{Uploads}", (await owner.GetAsync("/api/resumes/candidates")).Headers["X-Total-Count"]);
        Assert.Equal(Uploads, data.Files("resumes").Count);
    }

    /// <summary>Watches all resumes and kills the server when it has seen a random number of steps.</summary>
    private static async Task KillAtAsync(HotGigsProcess server, TestUser recruiter, List<Guid> resumes, Random chance)
    {
        await using var socket = await recruiter.ConnectAsync();
        foreach (var resume in resumes)
            await socket.SendAsync(new { type = "watch_resume", resume_id = resume });

        for (var steps = chance.Next(2, 25); steps > 0; steps--)
            await socket.NextAsync("resume_progress", frame => frame.Field("data").Text("status") == "processing");
        await server.KillAsync();
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
