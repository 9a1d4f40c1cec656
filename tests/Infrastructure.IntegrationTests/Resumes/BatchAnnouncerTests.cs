using HotGigs.Application.Notifications;
using HotGigs.Application.Resumes;
using HotGigs.Application.Resumes.Batches;
using HotGigs.Domain.Resumes;
using HotGigs.Infrastructure.IntegrationTests.Persistence;
using HotGigs.Infrastructure.Resumes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.IntegrationTests.Resumes;

/// <summary>A batch that completed on a server which was killed before it told anybody is announced by another one.</summary>
public sealed class BatchAnnouncerTests() : PersistenceSpecification(new SqliteTestDatabase())
{
    private static readonly ResumeImportOptions Import = new();

    [Fact]
    public async Task What_nobody_announced_is_announced_once_after_the_lease_of_whoever_completed_it()
    {
        await Node.RegisterAsync(Rosa);
        // Nothing handles the events of these servers: as if they had been killed right after the commit.
        var batch = ResumeBatch.OfBulkUpload(Rosa, Node.Clock.GetUtcNow());
        await Node.Get<IResumeBatches>().AddAsync(batch, [new ReceivedFile("photo.png", null, "An image.")], seal: true, Cancelled);

        Assert.Equal(0, await Announcer(OtherNode).AnnounceAsync(Cancelled));
        Assert.Empty(await ToldAsync());

        Node.Clock.Advance(Import.Lease + TimeSpan.FromSeconds(1));
        OtherNode.Clock.Advance(Import.Lease + TimeSpan.FromSeconds(1));
        await Task.WhenAll(Announcer(Node).AnnounceAsync(Cancelled), Announcer(OtherNode).AnnounceAsync(Cancelled));

        Assert.Equal(["Bulk upload completed: 0/1 successful"], await ToldAsync());
        Assert.Equal(0, await Announcer(Node).AnnounceAsync(Cancelled));
    }

    private static BatchAnnouncer Announcer(TestNode node) => new(
        node.Get<IResumeBatches>(), node.Get<IServiceScopeFactory>(), Options.Create(Import), node.Clock, NullLogger<BatchAnnouncer>.Instance);

    private async Task<IEnumerable<string>> ToldAsync() =>
        (await Node.Get<IFeedReader>().ListAsync(Rosa.Id, new FeedFilter(null, 50), Cancelled)).Notifications.Select(one => one.Message);
}
