using System.Text.Json;
using HotGigs.Application.Resumes;
using HotGigs.Domain.Resumes;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Resumes;
using HotGigs.Tests.Shared.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace HotGigs.WebApi.FunctionalTests.Resumes;

/// <summary>A server whose imports can be held.</summary>
public sealed class ImportFixture : ServerFixture
{
    private PacedResumeStore Store => (PacedResumeStore)Server.Services.GetRequiredService<IResumeStore>();

    /// <inheritdoc cref="PacedResumeStore.Pace"/>
    public void Pace(TestUser uploader, Func<ResumeProgress, Task> pace) => Store.Pace(uploader.Id, pace);

    /// <summary>Holds the resumes of a user as soon as they have come to a step.</summary>
    /// <returns>Set it to let them go on.</returns>
    public TaskCompletionSource HoldAt(TestUser uploader, ProcessingStep step)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Pace(uploader, progress => progress.Percentage == step.Percentage() ? gate.Task : Task.CompletedTask);
        return gate;
    }

    /// <summary>Uploads a good resume and waits until its uploader has been told that it is done.</summary>
    /// <returns>The resume's last status.</returns>
    public static async Task<JsonElement> ImportAsync(TestUser user, SampleFile file)
    {
        var id = await user.UploadedAsync(file);
        var status = await user.EndOfImportAsync(id);
        Assert.Equal("completed", status.Text("status"));
        await Eventually.GetAsync(
            () => user.NotificationsAsync("limit=100&type=resume_completed"),
            all => all.Any(notification => notification.Field("data").Id("resume_id") == id));
        return status;
    }

    /// <summary>The types of what a user has been told, oldest first, once there are so many.</summary>
    public static async Task<IEnumerable<string?>> ToldAsync(TestUser user, int count)
    {
        var all = await Eventually.GetAsync(() => user.NotificationsAsync(), all => all.Count >= count);
        return all.Reverse().Select(notification => notification.Text("type"));
    }

    protected override Task<HotGigsServer> StartAsync() => HotGigsServer.StartAsync(replace: services =>
    {
        var original = services.Last(service => service.ServiceType == typeof(IResumeStore));
        services.AddSingleton<IResumeStore>(provider => new PacedResumeStore(
            (IResumeStore)ActivatorUtilities.CreateInstance(provider, original.ImplementationType!)));
    });
}
