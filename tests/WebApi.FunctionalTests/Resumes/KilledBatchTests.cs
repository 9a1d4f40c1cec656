using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Resumes;
using HotGigs.Tests.Shared.Servers;

namespace HotGigs.WebApi.FunctionalTests.Resumes;

/// <summary>A server that is killed while it imports a batch, or ends one, loses none of it and tells its end once.</summary>
public sealed class KilledBatchTests
{
    private const int Files = 12;

    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["ResumeImport:Lease"] = "00:00:03",
        ["ResumeImport:PollInterval"] = "00:00:00.2",
    };

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(Files)]
    public async Task The_end_of_a_batch_is_told_once_whenever_the_server_dies(int filesUntilDeath)
    {
        using var data = new TemporaryFolder();
        Guid batchId;
        await using (var first = await HotGigsProcess.StartAsync(data.Path, Settings))
        {
            using var recruiter = await TestUser.SignInAsync(first, "recruiter", "recruiter");
            await using var socket = await recruiter.ConnectAsync();
            batchId = await recruiter.UploadedManyAsync(
                [.. Enumerable.Range(0, Files).Select(number => SampleResumes.TakingLong(Person.Next(), positions: 15 + number)), BadFiles.Image]);
            await socket.SendAsync(new { type = "watch_resume", resume_id = batchId });
            // With the last one the batch is complete: whether it has been announced by then is a matter of luck.
            await socket.NextAsync("resume_progress", frame => frame.Field("data").Number("successful") >= filesUntilDeath);
            await first.KillAsync();
        }

        await using var second = await HotGigsProcess.StartAsync(data.Path, Settings);
        using var owner = await TestUser.SignInAsync(second, "recruiter", "recruiter");
        var end = await owner.EndOfBatchAsync(batchId);

        Assert.Equal((Files + 1, Files, 1), ((int)end.Number("total_files"), (int)end.Number("successful"), (int)end.Number("failed")));
        var told = Assert.Single(await owner.NotificationsAsync());
        Assert.Equal($"Bulk upload completed: {Files}/{Files + 1} successful", told.Text("message"));
        Assert.Equal($"{Files}", (await owner.GetAsync("/api/resumes/candidates")).Headers["X-Total-Count"]);
    }
}
