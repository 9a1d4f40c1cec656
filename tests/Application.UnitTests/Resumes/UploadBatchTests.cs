using HotGigs.Application.Common;
using HotGigs.Application.Resumes;
using HotGigs.Application.Resumes.Batches;
using HotGigs.Application.UnitTests.Fakes;
using HotGigs.Domain.Resumes;
using HotGigs.Domain.Users;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace HotGigs.Application.UnitTests.Resumes;

/// <summary>What becomes of the files of a bulk upload when something goes wrong around them.</summary>
public sealed class UploadBatchTests
{
    private readonly IResumeBatches batches = Substitute.For<IResumeBatches>();
    private readonly IResumeFiles files = Substitute.For<IResumeFiles>();
    private readonly IResumeQueueSignal queue = Substitute.For<IResumeQueueSignal>();
    private int read;

    public UploadBatchTests() => files.ReceiveAsync(default!, default, default).ReturnsForAnyArgs(_ => new FakeUpload());

    [Fact]
    public async Task Who_may_not_upload_many_is_refused_before_anything_is_read()
    {
        Assert.Equal(ErrorCode.Forbidden, (await App.RefusalOf(() => Upload(People.Carla))).Code);
        Assert.Equal(0, read);
    }

    [Fact]
    public async Task Files_whose_batch_could_not_be_stored_are_deleted_again()
    {
        batches.AddAsync(default!, default!, default, default).ThrowsAsyncForAnyArgs(new TimeoutException("The database does not answer."));

        await Assert.ThrowsAsync<TimeoutException>(() => Upload(People.Rita));

        files.Received(2).Delete(FakeUpload.StorageKey);
        queue.DidNotReceiveWithAnyArgs().Wake(0);
    }

    [Fact]
    public async Task Files_whose_batch_was_stored_after_all_stay()
    {
        batches.AddAsync(default!, default!, default, default).ThrowsAsyncForAnyArgs(new TimeoutException("The database does not answer."));
        batches.FindAsync(default, default).ReturnsForAnyArgs(call => ResumeBatch.OfBulkUpload(People.Rita, At.Noon));

        await Assert.ThrowsAsync<TimeoutException>(() => Upload(People.Rita));

        files.DidNotReceiveWithAnyArgs().Delete(default!);
    }

    [Fact]
    public async Task Files_that_came_before_one_too_many_are_deleted_again()
    {
        var refusal = await App.RefusalOf(() => Upload(People.Rita, maxFiles: 1));

        Assert.Equal(ErrorCode.TooLarge, refusal.Code);
        files.Received(2).Delete(FakeUpload.StorageKey);
        await batches.DidNotReceiveWithAnyArgs().AddAsync(default!, default!, default, default);
    }

    private Task<UploadedBatch> Upload(UserIdentity user, int maxFiles = 10)
    {
        var sniffer = Substitute.For<IResumeFormatSniffer>();
        sniffer.Sniff(default!, default!).ReturnsForAnyArgs(ResumeFormat.Docx);
        var archives = Substitute.For<IResumeArchives>();
        archives.TryOpen(default!, default).ReturnsForAnyArgs((IResumeArchive?)null);
        return App
            .With(ports => ports
                .AddSingleton(batches)
                .AddSingleton(files)
                .AddSingleton(queue)
                .AddSingleton(sniffer)
                .AddSingleton(archives)
                .AddSingleton(Options.Create(new ResumeImportOptions { MaxBatchFiles = maxFiles })))
            .Send(new UploadBatch(user, TwoFilesAsync()));
    }

    private async IAsyncEnumerable<IncomingUpload> TwoFilesAsync()
    {
        for (var i = 0; i < 2; i++)
        {
            read++;
            yield return await Task.FromResult(new IncomingUpload("ada.docx", Stream.Null));
        }
    }
}
