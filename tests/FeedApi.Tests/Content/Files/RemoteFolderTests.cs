using FeedApi.Content.Files;
using Xunit;

namespace FeedApi.Tests.Content.Files;

public sealed class RemoteFolderTests
{
    [Theory]
    [InlineData("nfs", true)]
    [InlineData("NFS4", true)]
    [InlineData("cifs", true)]
    [InlineData("9p", true)]
    [InlineData("virtiofs", true)]
    [InlineData("fuse.sshfs", true)]
    [InlineData("ext4", false)]
    [InlineData("overlayfs", false)]
    [InlineData("tmpfs", false)]
    public void File_systems_that_others_may_change_are_known_by_name(string format, bool isRemote) =>
        Assert.Equal(isRemote, RemoteFolder.IsRemote(format));

    [Fact]
    public void A_folder_of_this_machine_is_not_remote() => Assert.Null(RemoteFolder.FormatOf(Path.GetTempPath()));
}
