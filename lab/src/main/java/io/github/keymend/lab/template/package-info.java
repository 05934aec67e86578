/** template.yaml as CloudFormation and EventBridge understand it: what is deployed decides what triggers what in the lab. */
@NullMarked
package io.github.keymend.lab.template;

import org.jspecify.annotations.NullMarked;
