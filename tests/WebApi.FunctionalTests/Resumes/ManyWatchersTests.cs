using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Resumes;

namespace HotGigs.WebApi.FunctionalTests.Resumes;

/// <summary>Whoever reads what they are sent misses no step of any resume they watch.</summary>
public sealed class ManyWatchersTests(ImportFixture fixture) : IClassFixture<ImportFixture>
{
    private const int Resumes = 20;
    private const int Watchers = 10;

    [Fact]
    public async Task Every_step_of_every_resume_is_shown_to_every_watcher()
    {
        using var owner = await fixture.AdminAsync();
        var watching = new TaskCompletionSource();
        fixture.Pace(owner, _ => watching.Task);
        var batchId = await owner.UploadedManyAsync([.. Enumerable.Range(0, Resumes).Select(_ => SampleResumes.Text(Person.Next()))]);
        var resumes = (await owner.BatchAsync(batchId)).Items("files").Select(file => file.Id("resume_id")).ToList();

        var admins = await Task.WhenAll(Enumerable.Range(0, Watchers).Select(_ => fixture.AdminAsync()));
        var sockets = await Task.WhenAll(admins.Select(admin => admin.ConnectAsync()));
        foreach (var socket in sockets)
        {
            foreach (var resume in resumes)
            {
                await socket.AskAsync(new { type = "watch_resume", resume_id = resume }, "watching");
                await socket.NextAsync("resume_progress", frame => frame.Id("resume_id") == resume);
            }
        }

        watching.SetResult();
        await owner.EndOfBatchAsync(batchId);

        foreach (var socket in sockets)
        {
            var steps = (await socket.SettledAsync("resume_progress"))
                .GroupBy(frame => frame.Id("resume_id"))
                .ToDictionary(resume => resume.Key, resume => resume.Select(frame => frame.Field("data").Number("progress")).MergeNeighbours().ToList());
            Assert.Equal(resumes.Order(), steps.Keys.Order());
            Assert.All(steps.Values, seen => Assert.Equal([0, 10, 20, 60, 80, 90, 100], seen));
            await socket.DisposeAsync();
        }

        foreach (var admin in admins)
            admin.Dispose();
    }
}
