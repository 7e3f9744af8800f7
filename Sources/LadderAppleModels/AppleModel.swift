// The on-device model of Apple platforms. On other platforms this module is empty.
