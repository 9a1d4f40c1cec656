using HotGigs.Application.Resumes;
using HotGigs.Domain.Resumes;
using HotGigs.Infrastructure.IntegrationTests.Persistence;
using HotGigs.Infrastructure.Resumes;
using HotGigs.Infrastructure.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.IntegrationTests.Resumes;

/// <summary>Files that belong to no resume do not stay.</summary>
public sealed class OrphanedFileSweeperTests() : PersistenceSpecification(new SqliteTestDatabase())
{
    private static readonly byte[] Content = [1, 2, 3];

    [Fact]
    public async Task What_a_killed_server_left_behind_goes_and_what_belongs_to_a_resume_stays()
    {
        var owned = await KeepAsync();
        await Node.Get<IResumeStore>().AddAsync(
            Resume.Upload(Guid.CreateVersion7(), Rosa, ResumeSource.RecruiterUpload, "cv.txt", owned, ResumeFormat.PlainText, 3, Node.Clock.GetUtcNow()),
            Cancelled);
        var orphan = await KeepAsync();
        // Received in part when the server died: never disposed.
        _ = await Files().ReceiveAsync(new MemoryStream(Content), 10, Cancelled);

        Node.Clock.Advance(ResumeImportOptions.MaxUploadTime + TimeSpan.FromMinutes(59));
        var fresh = await KeepAsync();
        Assert.Equal(0, await Sweeper().SweepAsync(Cancelled));
        Node.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(2, await Sweeper().SweepAsync(Cancelled));

        await using var ownedContent = Files().Open(owned);
        await using var freshContent = Files().Open(fresh);
        Assert.Equal((3, 3), (ownedContent.Length, freshContent.Length));
        Assert.Throws<FileNotFoundException>(() => Files().Open(orphan));
    }

    private ResumeFiles Files() => new(
        Node.Get<DataFolder>(), Options.Create(new ResumeImportOptions()), Node.Clock, NullLogger<ResumeFiles>.Instance);

    private OrphanedFileSweeper Sweeper() => new(
        Files(), Node.Get<IResumeStore>(), Node.Clock, NullLogger<OrphanedFileSweeper>.Instance);

    private async Task<string> KeepAsync()
    {
        await using var file = await Files().ReceiveAsync(new MemoryStream(Content), 10, Cancelled);
        return await file.KeepAsync(Cancelled);
    }
}
