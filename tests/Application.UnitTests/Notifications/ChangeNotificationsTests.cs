using HotGigs.Application.Common;
using HotGigs.Application.Notifications;
using HotGigs.Application.UnitTests.Fakes;
using HotGigs.Domain.Notifications;
using Microsoft.Extensions.DependencyInjection;

namespace HotGigs.Application.UnitTests.Notifications;

/// <summary>Doing one thing to many notifications.</summary>
public sealed class ChangeNotificationsTests
{
    private readonly FakeFeeds feeds = new();

    [Theory]
    [InlineData(BulkAction.Read, 1)]
    [InlineData(BulkAction.Archive, 1)]
    [InlineData(BulkAction.Delete, 1)]
    [InlineData(BulkAction.Unread, 2)]
    public async Task Many_change_in_one_transaction_by_one_number(BulkAction action, int unreadAfterwards)
    {
        Notification[] all = [feeds.Append("rita"), feeds.Append("rita"), feeds.Append("rita")];
        if (action == BulkAction.Unread)
            feeds.FeedOf("rita").MarkRead(all, At.Noon);
        var before = feeds.FeedOf("rita").Seq;

        var head = await Change(action, all[0].Id, all[1].Id, all[0].Id);

        Assert.Equal(before + 1, head.Seq);
        Assert.Equal(unreadAfterwards, head.UnreadCount);
        Assert.Equal(before + 1, all[1].ChangedSeq);
        Assert.NotEqual(before + 1, all[2].ChangedSeq);
        Assert.Single(feeds.Transactions);
        Assert.Equal(head, await Change(action, all[0].Id, all[1].Id));
    }

    [Theory]
    [InlineData(BulkAction.Read)]
    [InlineData(BulkAction.Unread)]
    [InlineData(BulkAction.Archive)]
    [InlineData(BulkAction.Delete)]
    public async Task One_that_is_missing_or_foreign_refuses_them_all_and_is_named(BulkAction action)
    {
        var own = feeds.Append("rita");
        var foreign = feeds.Append("sam");

        var refusal = await App.RefusalOf(() => Change(action, own.Id, foreign.Id, Ids.Of(99)));

        Assert.Equal(ErrorCode.NotFound, refusal.Code);
        Assert.StartsWith("2 of these notifications could not be found", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith($": {foreign.Id}, {Ids.Of(99)}", refusal.Message, StringComparison.Ordinal);
        Assert.Equal((1L, 1L), (feeds.FeedOf("rita").Seq, own.ChangedSeq));
        Assert.Equal(1, foreign.ChangedSeq);
    }

    [Fact]
    public async Task Many_that_are_missing_are_counted_and_some_of_them_named()
    {
        var refusal = await App.RefusalOf(() => Change(BulkAction.Read, [.. Enumerable.Range(100, 20).Select(Ids.Of)]));

        Assert.StartsWith("20 of these", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith($"{Ids.Of(109)}, …", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_deleted_can_be_deleted_again_but_nothing_else()
    {
        Notification[] all = [feeds.Append("rita"), feeds.Append("rita")];
        feeds.FeedOf("rita").Delete([all[0]], At.Noon);

        Assert.Equal(ErrorCode.NotFound, (await App.RefusalOf(() => Change(BulkAction.Archive, all[0].Id, all[1].Id))).Code);
        Assert.Equal((4L, 0), await Change(BulkAction.Delete, all[0].Id, all[1].Id) is var head ? (head.Seq, head.UnreadCount) : default);
        Assert.Equal(3, all[0].ChangedSeq);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(501)]
    public async Task None_or_too_many_are_refused(int count)
    {
        var refusal = await App.RefusalOf(() => Change(BulkAction.Delete, [.. Enumerable.Repeat(Ids.Of(1), count)]));

        Assert.Equal(ErrorCode.ValidationFailed, refusal.Code);
        Assert.Equal(["ids"], refusal.Errors!.Keys);
        Assert.Empty(feeds.Transactions);
    }

    [Fact]
    public async Task Five_hundred_are_changed()
    {
        Guid[] ids = [.. Enumerable.Range(0, 500).Select(_ => feeds.Append("rita").Id)];

        Assert.Equal((501L, 0), await Change(BulkAction.Delete, ids) is var head ? (head.Seq, head.UnreadCount) : default);
    }

    private Task<FeedSnapshot> Change(BulkAction action, params IReadOnlyList<Guid> ids) =>
        App.With(ports => ports.AddSingleton<IFeedWriter>(feeds)).Send(new ChangeNotifications(People.Rita, action, ids));
}
