using System.Text;
using HotGigs.Application.Resumes;
using HotGigs.Application.Resumes.Batches;
using HotGigs.Infrastructure.Resumes.Archives;
using HotGigs.Tests.Shared.Resumes;

namespace HotGigs.Infrastructure.IntegrationTests.Resumes;

/// <summary>What is read out of zip archives, and what is not.</summary>
public sealed class ResumeArchivesTests
{
    private const long Roomy = 1L << 30;

    private static readonly byte[] Text = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, 200).Select(line => $"line {line * 7919}")));

    [Fact]
    public void Its_documents_are_read_in_their_order_with_their_content()
    {
        var members = Read(Archives.Of(("b.txt", Text), ("a.txt", [65])));

        Assert.Equal(["b.txt", "a.txt"], members.Select(member => member.Name));
        Assert.Equal([Text, [65]], members.Select(member => member.Content));
    }

    [Fact]
    public void Folders_and_what_systems_leave_behind_are_no_documents()
    {
        var members = Read(Archives.Of(
            ("team/", []), ("team/cv.txt", Text), ("__MACOSX/team/._cv.txt", Text), ("team/.DS_Store", Text), (".hidden/cv.txt", Text),
            ("Thumbs.db", Text), ("DESKTOP.INI", Text), ("team/~$cv.docx", Text), ("team\\", [])));

        Assert.Equal(["team/cv.txt"], members.Select(member => member.Name));
    }

    [Fact]
    public void Names_may_be_the_same_and_may_be_paths_which_nobody_follows()
    {
        string[] names = ["cv.txt", "cv.txt", "../../etc/passwd", "/etc/passwd", @"..\..\boot.ini", @"C:\Users\me\cv.txt"];

        Assert.Equal(names, Read(Archives.Of([.. names.Select(name => (name, Text))])).Select(member => member.Name));
    }

    [Theory]
    [InlineData("Lebenslauf Müller.txt", "utf-8")]
    [InlineData("Lebenslauf Müller.txt", "ibm437")]
    public void Names_that_do_not_say_how_they_are_encoded_are_read_all_the_same(string name, string encoding)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(encoding)?.GetBytes(name) ?? Encoding.UTF8.GetBytes(name);
        var archive = Archives.Of((new string('n', bytes.Length), Text));
        for (var at = IndexOf(archive, 0); at >= 0; at = IndexOf(archive, at))
            bytes.CopyTo(archive, at);

        Assert.Equal([name], Read(archive).Select(member => member.Name));

        int IndexOf(byte[] all, int from)
        {
            var found = all.AsSpan(from).IndexOf(Encoding.UTF8.GetBytes(new string('n', bytes.Length)));
            return found < 0 ? -1 : from + found;
        }
    }

    [Fact]
    public void Office_documents_other_files_and_what_is_too_damaged_to_list_are_no_archives()
    {
        byte[][] others =
        [
            SampleResumes.Docx(Person.Next()).Content,
            Archives.Of(("mimetype", "application/vnd.oasis.opendocument.text"u8.ToArray()), ("content.xml", Text)),
            SampleResumes.Pdf(Person.Next()).Content,
            Archives.WithoutDirectory(Archives.Of(("cv.txt", Text))),
            "PK"u8.ToArray(),
            [],
        ];

        Assert.All(others, content => Assert.Null(Open(content)));
    }

    [Fact]
    public void An_archive_within_an_archive_is_a_member_that_is_not_unpacked()
    {
        var inner = Archives.Of(("cv.txt", Text));

        Assert.Equal(inner, Assert.Single(Read(Archives.Of(("inner.zip", inner)))).Content);
    }

    [Fact]
    public void A_member_that_is_encrypted_or_damaged_leaves_the_others_readable()
    {
        var whole = Archives.Of(("one.txt", Text), ("two.txt", Text));
        (string Reason, byte[] Archive)[] spoiled =
        [
            ("password", Archives.Encrypted(whole, "one.txt")),
            ("damaged", Archives.Damaged(whole, "one.txt")),
            ("damaged", Archives.WithOtherChecksum(whole, "one.txt")),
        ];

        Assert.All(spoiled, one =>
        {
            using var archive = Open(one.Archive)!;
            var members = archive.Members.ToList();
            var error = Assert.Throws<UnreadableResumeException>(() => Read(members[0]));
            Assert.Contains(one.Reason, error.Message, StringComparison.Ordinal);
            Assert.Equal(Text, Read(members[1]));
        });
    }

    [Fact]
    public void What_comes_out_counts_not_what_is_declared()
    {
        var bomb = Archives.Understated(Archives.Of(("bomb.txt", new byte[40 << 20])), "bomb.txt", 100);

        Assert.ThrowsAny<Exception>(() => Read(bomb));
        Assert.Throws<RefusedArchiveException>(() => Read(Archives.Of(("bomb.txt", new byte[40 << 20]))));
    }

    [Fact]
    public void Many_members_that_share_the_same_bytes_are_counted_each()
    {
        var archive = Archives.Repeated(Archives.Of(("cv.txt", new byte[2 << 20])), 50);

        Assert.Contains("expands to more than", Assert.Throws<RefusedArchiveException>(() => Read(archive)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Together_the_members_may_have_as_much_as_the_upload_may()
    {
        var archive = Archives.Of(("one.txt", Text), ("two.txt", Text));

        Assert.Equal(2, Read(archive, Text.Length * 2).Count);
        Assert.Throws<RefusedArchiveException>(() => Read(archive, (Text.Length * 2) - 1));
    }

    [Fact]
    public void A_list_that_is_made_to_fill_the_memory_is_refused_before_it_is_loaded()
    {
        var archive = Archives.Repeated(Archives.Of(("cv.txt", Text)), 20_001);

        Assert.Contains("20,000 entries", Assert.Throws<RefusedArchiveException>(() => Open(archive)).Message, StringComparison.Ordinal);
        using var allowed = Open(Archives.Repeated(Archives.Of(("cv.txt", Text)), 20_000));
        Assert.Equal(20_000, allowed!.Members.Count());
    }

    [Fact]
    public void A_list_that_is_too_long_is_found_wherever_it_is_hidden()
    {
        var large = Archives.Repeated(Archives.Of(("cv.txt", Text)), 20_001);
        var small = Archives.Of(("cv.txt", Text), ("other.txt", Text));

        Assert.Throws<RefusedArchiveException>(() => Open(Archives.BehindADecoy(large)));
        Assert.Throws<RefusedArchiveException>(() => Open(Archives.WithMisleadingComment(large)));
        Assert.Equal(2, Read(Archives.BehindADecoy(small)).Count);
    }

    [Fact]
    public void What_was_unpacked_in_vain_counts_as_well()
    {
        using var archive = Open(Archives.WithOtherChecksum(Archives.Of(("one.txt", Text)), "one.txt"))!;

        Assert.Throws<UnreadableResumeException>(() => Read(archive.Members.Single()));

        Assert.Equal(Text.Length, archive.Unpacked);
    }

    [Fact]
    public void Whatever_is_done_to_an_archive_ends_in_words()
    {
        var chance = new Random(20_261);
        var whole = Archives.Of(("one.txt", Text), ("folder/two.txt", Text), ("three.bin", new byte[5_000]));
        for (var round = 0; round < 3_000; round++)
        {
            var spoiled = whole.ToArray();
            for (var bytes = chance.Next(1, 8); bytes > 0; bytes--)
                spoiled[chance.Next(spoiled.Length)] = (byte)chance.Next(256);
            ReadWhatCanBe(chance.Next(4) == 0 ? spoiled[..chance.Next(spoiled.Length)] : spoiled);
        }
    }

    private static void ReadWhatCanBe(byte[] content)
    {
        try
        {
            using var archive = Open(content);
            foreach (var member in archive?.Members ?? [])
                TryRead(member);
        }
        catch (RefusedArchiveException)
        {
            // In words.
        }
    }

    private static void TryRead(IArchiveMember member)
    {
        try
        {
            Read(member);
        }
        catch (UnreadableResumeException)
        {
            // In words.
        }
    }

    private static IResumeArchive? Open(byte[] content, long maxSize = Roomy) =>
        new ResumeArchives().TryOpen(new MemoryStream(content), maxSize);

    private static List<(string Name, byte[] Content)> Read(byte[] content, long maxSize = Roomy)
    {
        using var archive = Open(content, maxSize);
        return [.. archive!.Members.Select(member => (member.FileName, Read(member)))];
    }

    private static byte[] Read(IArchiveMember member)
    {
        using var content = new MemoryStream();
        using var opened = member.Open();
        opened.CopyToAsync(content).GetAwaiter().GetResult();
        return content.ToArray();
    }
}
